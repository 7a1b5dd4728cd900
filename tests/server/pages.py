"""Reads the examples of rule pages: their setups, files and attributes."""
import collections, re

Example = collections.namedtuple("Example", "page line bad attributes setup files")


def attributes_of(info):
    found = collections.defaultdict(list)
    for name, quoted, plain in re.findall(r'([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?', info):
        value = quoted or plain
        found[name] += [value] if quoted else [v for v in value.split(",") if v]
    return found


def split_files(text, first):
    files, name = collections.OrderedDict(), first
    for line in text.splitlines(keepends=True):
        marker = re.match(r"-- file: (\S+)", line)
        if marker:
            name = marker.group(1)
            files.setdefault(name, "")
        else:
            files[name] = files.get(name, "") + line
    return [sql for sql in files.values() if sql.strip()]


def read_examples(path):
    examples, setup, block = [], [], None
    for number, line in enumerate(open(path), 1):
        if block is not None and line.startswith("```"):
            role, attributes, begin, text = block
            if role == "setup":
                setup = split_files(text, "001_setup")
            elif role in ("bad", "good"):
                examples.append(
                    Example(path, begin, role == "bad", attributes, setup, split_files(text, "002_example"))
                )
            block = None
        elif block is not None:
            block = block[:3] + (block[3] + line,)
        elif line.startswith("```"):
            words = line[3:].strip().split(" ", 2) + ["", ""]
            role = words[1] if words[0] == "sql" else ""
            block = (role, attributes_of(words[2]), number, "")
    return examples


def splitter_refuses(sql):
    """Prisma's splitter can't parse it: the file goes whole, whatever the version."""
    return bool(re.search(r"DROP\s+INDEX\s+CONCURRENTLY", sql, re.I))


def prisma_of(example):
    """The version that the block's configuration names, or None."""
    version = re.search(r"prisma: '?(\d+)\.(\d+)", " ".join(example.attributes["config"]))
    return (int(version.group(1)), int(version.group(2))) if version else None


def is_split(example):
    """The runner sends statement by statement: Prisma 7.4 and later, as the block's configuration says."""
    if any(map(splitter_refuses, example.files)):
        return False
    return (prisma_of(example) or (0, 0)) >= (7, 4)


def needs_newer(example, major):
    version = re.search(r"postgres: '?(\d+)", " ".join(example.attributes["config"]))
    return bool(version) and int(version.group(1)) > major
