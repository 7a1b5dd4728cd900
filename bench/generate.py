#!/usr/bin/env python3
"""Makes a Prisma project with a long history, the same for the same arguments:

    bench/generate.py FOLDER --migrations 5000 --tables 400 [--statements 4] [--hazards 10] [--one-file BYTES]

The mix follows real histories: most migrations add a table, columns, an index or a foreign key; some
backfill, drop, rename or change an enum. --hazards is the percentage of migrations that hold a hazardous
statement. --one-file writes a single migration of that many bytes instead.
"""

import argparse
import pathlib

WORDS = (
    "account audit basket billing booking catalog channel comment contact coupon customer delivery "
    "device document event export feature file group image import invoice item job label ledger locale "
    "log media member message note notification offer order page payment person plan price product "
    "profile project queue rating record refund report review role rule schedule session setting "
    "shipment stock store tag task team template ticket token topic user variant vendor vote wallet "
    "warehouse webhook".split()
)
TYPES = [
    "TEXT",
    "INTEGER",
    "BIGINT",
    "BOOLEAN",
    "TIMESTAMP(3)",
    "DECIMAL(10,2)",
    "JSONB",
    "VARCHAR(191)",
    "DOUBLE PRECISION",
    "UUID",
]
DEFAULTS = {
    "TEXT": "''",
    "INTEGER": "0",
    "BIGINT": "0",
    "BOOLEAN": "false",
    "TIMESTAMP(3)": "CURRENT_TIMESTAMP",
    "DECIMAL(10,2)": "0",
    "JSONB": "'{}'",
    "VARCHAR(191)": "''",
    "DOUBLE PRECISION": "0",
    "UUID": "gen_random_uuid()",
}


class Random:
    """A generator of our own, so that no Python version changes the inputs (and the instruction counts
    kept of them)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]


class Project:
    def __init__(self, seed, tables, hazards):
        self.random = Random(seed)
        self.wanted = tables
        self.hazards = hazards
        self.tables = {}  # name → columns: {name: type}
        self.names = 0

    def fresh(self, *parts):
        self.names += 1
        return "_".join(parts) + f"_{self.names}"

    def table(self):
        return (
            self.random.choice(list(self.tables))
            if len(self.tables) < 64
            else list(self.tables)[self.random.below(len(self.tables))]
        )

    def create_table(self):
        name = self.fresh(self.random.choice(WORDS), self.random.choice(WORDS))
        columns = {
            self.fresh(self.random.choice(WORDS)): self.random.choice(TYPES)
            for _ in range(3 + self.random.below(9))
        }
        lines = [
            '    "id" SERIAL NOT NULL,',
            '    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,',
        ]
        lines += [
            f'    "{column}" {type}{" NOT NULL" if self.random.below(2) else ""},'
            for column, type in columns.items()
        ]
        self.tables[name] = columns
        return (
            f'-- CreateTable\nCREATE TABLE "{name}" (\n'
            + "\n".join(lines)
            + f'\n\n    CONSTRAINT "{name}_pkey" PRIMARY KEY ("id")\n);\n'
        )

    def harmless(self):
        if len(self.tables) < self.wanted and (not self.tables or self.random.below(3) == 0):
            return self.create_table()
        table = self.table()
        column, type = self.fresh(self.random.choice(WORDS)), self.random.choice(TYPES)
        kind = self.random.below(5)
        if kind == 0:
            self.tables[table][column] = type
            return (
                f'-- AlterTable\nALTER TABLE "{table}" ADD COLUMN     "{column}" {type} NOT NULL '
                f"DEFAULT {DEFAULTS[type]};\n"
            )
        if kind == 1:
            self.tables[table][column] = type
            return (
                f'-- AlterTable\nALTER TABLE "{table}" ADD COLUMN     "{column}" {type};\n\n'
                f'-- Fill it\nUPDATE "{table}" SET "{column}" = {DEFAULTS[type]} '
                f'WHERE "{column}" IS NULL;\n\n-- AlterTable\n'
                f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET DEFAULT {DEFAULTS[type]},\n'
                f'ALTER COLUMN "{column}" SET NOT NULL;\n'
            )
        if kind == 2:
            parent = self.table()
            self.tables[table][column] = "INTEGER"
            return (
                f'-- AlterTable\nALTER TABLE "{table}" ADD COLUMN     "{column}" INTEGER;\n\n'
                f'-- AddForeignKey\nALTER TABLE "{table}" ADD CONSTRAINT "{table}_{column}_fkey" '
                f'FOREIGN KEY ("{column}") REFERENCES "{parent}"("id") '
                "ON DELETE SET NULL ON UPDATE CASCADE;\n"
            )
        if kind == 3:
            return (
                f"-- CreateEnum\nCREATE TYPE \"{column}\" AS ENUM ('OPEN', 'ACTIVE', 'CLOSED', 'ARCHIVED');\n"
            )
        self.tables[table][column] = type
        return f'-- AlterTable\nALTER TABLE "{table}" ADD COLUMN     "{column}" {type};\n'

    def hazardous(self):
        table = self.table()
        column, type = self.fresh(self.random.choice(WORDS)), self.random.choice(TYPES)
        old = self.random.choice(list(self.tables[table]))
        kind = self.random.below(5)
        if kind == 0 or self.tables[table][old] == "JSONB":
            self.tables[table][column] = type
            return f'-- AlterTable\nALTER TABLE "{table}" ADD COLUMN     "{column}" {type} NOT NULL;\n'
        if kind == 1:
            return f'-- CreateIndex\nCREATE UNIQUE INDEX "{table}_{column}_key" ON "{table}"("{old}");\n'
        if kind == 2:
            return f'-- CreateIndex\nCREATE INDEX "{table}_{column}_idx" ON "{table}"("{old}");\n'
        if kind == 3 and len(self.tables[table]) > 2:
            del self.tables[table][old]
            return f'-- AlterTable\nALTER TABLE "{table}" DROP COLUMN "{old}";\n'
        return f'-- AlterTable\nALTER TABLE "{table}" ALTER COLUMN "{old}" SET NOT NULL;\n'

    def migration(self, statements):
        parts = [self.harmless() for _ in range(1 + self.random.below(statements))]
        if self.random.below(100) < self.hazards:
            parts.append(self.hazardous())
        return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--migrations", type=int, default=1000)
    parser.add_argument("--tables", type=int, default=200)
    parser.add_argument("--statements", type=int, default=4)
    parser.add_argument("--hazards", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one-file", type=int, metavar="BYTES")
    options = parser.parse_args()

    project = Project(options.seed, options.tables, options.hazards)
    migrations = options.folder / "prisma" / "migrations"
    migrations.mkdir(parents=True)
    (migrations / "migration_lock.toml").write_text('provider = "postgresql"\n')
    (options.folder / "package.json").write_text(
        '{"name": "generated", "private": true, "devDependencies": {"prisma": "6.19.0"}}\n'
    )
    (options.folder / "prisma" / "schema.prisma").write_text(
        'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n'
    )

    def write(number, sql):
        # One migration every 25 minutes from 2020 on, so that every stamp is a real time and all differ.
        minutes = number * 25
        day, minute = divmod(minutes, 1440)
        year, day = divmod(day, 336)
        month, day = divmod(day, 28)
        stamp = f"{2020 + year:04d}{month + 1:02d}{day + 1:02d}{minute // 60:02d}{minute % 60:02d}00"
        folder = migrations / f"{stamp}_{project.random.choice(WORDS)}_{project.random.choice(WORDS)}"
        folder.mkdir()
        (folder / "migration.sql").write_text(sql)

    if options.one_file:
        parts, size = [], 0
        while size < options.one_file:
            parts.append(project.migration(options.statements))
            size += len(parts[-1])
        write(0, "\n".join(parts))
        return
    for number in range(options.migrations):
        write(number, project.migration(options.statements))


main()
