// Validates SARIF files three ways: the schema (ajv), Microsoft's validator with GitHub's rules, and what
// neither of them catches.
//   node validate.mjs NODE_MODULES ROOT FILE…      ROOT: what the results' relative paths start from
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [modules, root, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'here.js'));
const multitool = path.join(modules, '@microsoft/sarif-multitool-linux');
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));

function schemaErrors() {
  const schema = read(path.join(multitool, 'sarif-2.1.0.json'));
  const Ajv = require(/draft-04/.test(schema.$schema ?? '') ? 'ajv-draft-04' : 'ajv/dist/2020.js');
  const ajv = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false });
  const formats = require('ajv-formats');
  (formats.default ?? formats)(ajv);
  const validate = ajv.compile(schema);
  return (log) =>
    validate(log) ? [] : validate.errors.map((error) => `schema: ${error.instancePath} ${error.message}`);
}

// The tool's own exit status is 0 even with errors: what counts is the report that it writes.
function multitoolErrors(file) {
  const places = ['Sarif.Multitool', 'bin/Sarif.Multitool'].map((place) => path.join(multitool, place));
  const tool = places.find((place) => fs.existsSync(place)) ?? places[1];
  fs.chmodSync(tool, 0o755);
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sarif-')), 'report.sarif');
  const options = ['--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--log', 'ForceOverwrite'];
  const done = spawnSync(tool, ['validate', file, '--output', report, ...options], {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  if (done.status !== 0 || !fs.existsSync(report)) {
    return [`multitool failed: ${done.error ?? ''}${done.stdout}${done.stderr}`];
  }
  const run = read(report).runs[0];
  const notices = (run.invocations ?? []).flatMap((one) => [
    ...(one.toolExecutionNotifications ?? []),
    ...(one.toolConfigurationNotifications ?? []),
  ]);
  const errors = notices.filter((notice) => notice.level === 'error');
  const said = (message) => JSON.stringify(message.arguments ?? message.text);
  return [
    ...(run.results ?? []).map((result) => `multitool: ${result.ruleId} ${said(result.message)}`),
    ...errors.map((notice) => `multitool: ${notice.message.text}`),
  ];
}

const links = (text) => [...(text ?? '').matchAll(/(?<!\\)\[[^\]]*\]\((\d+)\)/g)].map((match) => +match[1]);

function locationErrors(location) {
  const { artifactLocation, region } = location.physicalLocation ?? {};
  if (!artifactLocation) return ['a location without a file'];
  if (/^\/|\\|^[a-z]+:/i.test(artifactLocation.uri)) return [`not a relative URI: ${artifactLocation.uri}`];
  const file = path.join(root, decodeURIComponent(artifactLocation.uri));
  if (!fs.existsSync(file)) return [`no such file: ${file}`];
  if (!region) return [];
  // Columns count UTF-16 units, as JavaScript's strings do.
  const text = fs.readFileSync(file, 'utf8');
  const lines = text.split('\n');
  const within = (line, column) =>
    line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1].length + 1;
  const { startLine, startColumn, endLine, endColumn, snippet } = region;
  const errors = [];
  if (!within(startLine, startColumn ?? 1)) {
    errors.push(`the region starts outside ${file}: ${JSON.stringify(region)}`);
  }
  if (!within(endLine ?? startLine, endColumn ?? 1)) {
    errors.push(`the region ends outside ${file}: ${JSON.stringify(region)}`);
  }
  if (snippet && !text.includes(snippet.text)) errors.push(`the snippet is not in ${file}`);
  return errors;
}

// A fix changes something, in what the result points at or beside it: nothing else of the file.
function fixErrors(result) {
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  if (!result.fixes) return [];
  const file = path.join(root, decodeURIComponent(artifactLocation.uri));
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const offset = (line, column) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const span = ({ startLine, startColumn, endLine, endColumn }) =>
    [offset(startLine, startColumn), offset(endLine, endColumn)];
  const [first, last] = span(region);
  return result.fixes.flatMap((fix) => fix.artifactChanges.flatMap((change) => [
    ...(change.artifactLocation.uri === artifactLocation.uri ? [] : ['a fix of another file']),
    ...change.replacements.flatMap(({ deletedRegion, insertedContent }) => {
      const [begin, end] = span(deletedRegion);
      const same = lines.join('\n').slice(begin, end) === insertedContent.text;
      return [
        ...(first <= begin && begin <= end && end <= last ? [] : ['a fix of another place']),
        ...(same ? ['a fix that changes nothing'] : []),
      ];
    }),
  ]));
}

// All results have suppressions, or none (3.27.23); a comment's has its place.
function suppressionErrors(results) {
  const has = results.filter((result) => result.suppressions !== undefined).length;
  return [
    ...(has === 0 || has === results.length ? [] : ['suppressions on some results only']),
    ...results.flatMap((result) => result.suppressions ?? []).flatMap((suppression) => [
      ...(suppression.justification ? [] : ['a suppression without its reason']),
      ...(suppression.kind === 'inSource' && !suppression.location ? ['a comment without its place'] : []),
      ...(suppression.location ? locationErrors(suppression.location) : []),
    ]),
  ];
}

function resultErrors(result, rules) {
  const related = result.relatedLocations ?? [];
  const errors = [...[...result.locations, ...related].flatMap(locationErrors), ...fixErrors(result)];
  const ids = new Set(related.map((location) => location.id));
  if (rules[result.ruleIndex]?.id !== result.ruleId) {
    errors.push(`ruleIndex ${result.ruleIndex} is not ${result.ruleId}`);
  }
  for (const id of [...links(result.message.text), ...links(result.message.markdown)]) {
    if (!ids.has(id)) errors.push(`a link to location ${id}, which is not there`);
  }
  if (!/^[0-9a-f]{1,16}:\d+$/.test(result.partialFingerprints?.primaryLocationLineHash ?? '')) {
    errors.push('no primaryLocationLineHash');
  }
  if (!result.partialFingerprints?.['miglint/v1']) errors.push('no fingerprint of our own');
  return errors.map((error) => `${result.ruleId}: ${error}`);
}

function invariantErrors(log) {
  const errors = [];
  const must = (holds, what) => holds || errors.push(what);
  must(log.runs.length === 1, 'not exactly one run');
  const [run] = log.runs;
  const { rules } = run.tool.driver;
  must(Array.isArray(run.results), 'no results array');
  must(run.columnKind === 'utf16CodeUnits' || run.results.length === 0, 'no columnKind');
  must(run.results.length <= 25000 && rules.length <= 25000, "over GitHub's limits");
  must(new Set(rules.map((rule) => rule.id)).size === rules.length, 'a rule twice');
  for (const rule of rules) {
    for (const field of ['shortDescription', 'fullDescription']) {
      must(rule[field]?.text && rule[field].text.length <= 1024, `${rule.id}: ${field}`);
    }
    must(rule.help?.text && rule.help?.markdown, `${rule.id}: help`);
    must(rule.name !== rule.id, `${rule.id}: its name is its id`);
    must((rule.properties?.tags ?? []).length <= 20, `${rule.id}: too many tags`);
  }
  must(/^\d+\.\d+\.\d+/.test(run.tool.driver.semanticVersion ?? ''), 'semanticVersion is none');
  must(!JSON.stringify(log).includes(os.hostname()) || os.hostname().length < 4, "this machine's name");
  return [
    ...errors,
    ...suppressionErrors(run.results),
    ...run.results.flatMap((result) => resultErrors(result, rules)),
  ];
}

const schema = schemaErrors();
let failed = false;
for (const file of files) {
  const log = read(file);
  const errors = [...schema(log), ...multitoolErrors(file), ...invariantErrors(log)];
  console.log(`${errors.length ? 'INVALID' : 'valid'}: ${file}, ${log.runs[0].results.length} results`);
  for (const error of errors.slice(0, 20)) console.log(`  ${error}`);
  failed ||= errors.length > 0;
}
process.exit(failed ? 1 : 0);
