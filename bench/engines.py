"""The programs that are compared. Each builds an index of a JSON Lines file and answers queries."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

PEERS = pathlib.Path(__file__).resolve().parent / 'peers'


def output_of(*command):
    return subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, text=True,
                          check=True).stdout


def timed(command):
    """Runs a command; seconds, processor seconds and the most memory it had, in bytes."""
    start = time.perf_counter()
    child = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'bench: failed with {child.returncode}: {" ".join(map(str, command))}')
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def size_of(path):
    path = pathlib.Path(path)
    files = [path] if path.is_file() else [f for f in path.rglob('*') if f.is_file()]
    return sum(f.stat().st_size for f in files)


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()


class Engine:
    def cold_command(self, index, queries, _):
        """Answers the one query of a file, or the row that it was made of."""
        return self.search_command(index, queries)


class Ours(Engine):
    name = 'ours'
    threads = (1, 2)

    def __init__(self, bin_folder):
        self.newsindex = bin_folder / 'newsindex'
        self.newssearch = bin_folder / 'newssearch'

    def missing(self):
        return None if self.newssearch.exists() else f'{self.newssearch} is not built'

    def version(self):
        return output_of(self.newsindex, '--version').strip()

    def build_command(self, corpus, index, threads):
        return [self.newsindex, 'build', corpus, '-i', index, '--jobs', threads]

    @staticmethod
    def query_text(row):
        _, kind, one, two, begin, _ = row
        if kind == 'date':
            return f'{one} date:{begin[:7]}'
        return {'term': one, 'or': f'{one} OR {two}', 'and': f'{one} {two}',
                'phrase': f'"{one} {two}"'}[kind]

    def search_command(self, index, queries):
        return [self.newssearch, '-i', index, '--jsonl', '--fields', 'id,headline', '--snippets',
                '0', '--batch', queries]

    def write_queries(self, rows, path):
        path.write_text(''.join(f'{row[0]}\t{self.query_text(row)}\n' for row in rows))

    def read_times(self, text):
        return [json.loads(line)['took_ms'] * 1000 for line in text.splitlines()]


class Peer(Engine):
    """A program of bench/peers: all of them have the same two commands."""

    def write_queries(self, rows, path):
        path.write_text(''.join('\t'.join(row) + '\n' for row in rows))

    def build_command(self, corpus, index, threads):
        return [*self.program, 'build', corpus, index, threads]

    def search_command(self, index, queries):
        return [*self.program, 'search', index, queries]

    def read_times(self, text):
        return [float(line.split('\t')[1]) for line in text.splitlines()]

    def version(self):
        return output_of(*self.program, 'version').strip()


class PlainXapian(Peer):
    name = 'plain Xapian'
    threads = (1, 2)

    def __init__(self, bin_folder):
        self.program = [bin_folder / 'bench_plain_xapian']
        self.quest = shutil.which('quest')

    def cold_command(self, index, queries, row):
        """Xapian's own program, where it is installed, with a word."""
        if not self.quest:
            return super().cold_command(index, queries, row)
        parts = [f'--db={part}' for part in sorted(index.iterdir())]
        return [self.quest, *parts, row[2]]

    def missing(self):
        return None if self.program[0].exists() else 'not built: configure with -DNEWS_BENCH=ON'


class SqliteFts5(Peer):
    name = 'SQLite FTS5'
    threads = (1,)

    def __init__(self, _):
        self.program = [sys.executable, PEERS / 'sqlite_fts5.py']

    def missing(self):
        try:
            import sqlite3
            sqlite3.connect(':memory:').execute('CREATE VIRTUAL TABLE t USING fts5(x)')
            return None
        except Exception as error:  # an old or trimmed sqlite3
            return str(error)


class Built(Peer):
    """A peer whose program is built from its sources and libraries when it is first wanted."""
    threads = (1, 2)

    def __init__(self, bin_folder):
        self.build_folder = bin_folder.parent / f'peers/{self.folder}'
        self.program = self.make_program()

    def missing(self):
        if shutil.which(self.tool) is None:
            return f'{self.tool} is not installed'
        built = subprocess.run([str(part) for part in self.make_command()], cwd=PEERS / self.folder,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if built.returncode != 0:
            return f'{self.tool} can\'t build it: {built.stdout.strip().splitlines()[-1]}'
        return None


class Lucene(Built):
    name = 'Lucene'
    folder = 'lucene'
    tool = 'mvn'

    def make_program(self):
        jars = f'{self.build_folder}/bench-lucene.jar:{self.build_folder}/dependency/*'
        return ['java', '-Xmx2g', '-cp', jars, 'BenchLucene']

    def make_command(self):
        return ['mvn', '-q', '-B', f'-DbuildDirectory={self.build_folder}', 'package']


class Tantivy(Built):
    name = 'Tantivy'
    folder = 'tantivy'
    tool = 'cargo'

    def make_program(self):
        return [self.build_folder / 'release/bench_tantivy']

    def make_command(self):
        return ['cargo', 'build', '--release', '--locked', '--target-dir', self.build_folder]


def all_engines(bin_folder):
    return [Ours(bin_folder), PlainXapian(bin_folder), SqliteFts5(bin_folder), Lucene(bin_folder),
            Tantivy(bin_folder)]
