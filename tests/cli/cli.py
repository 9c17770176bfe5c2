"""What the tests in this folder share: the two programs, and a fresh folder for each test."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BIN = pathlib.Path(sys.argv.pop(1)).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / 'sample_corpus'
SECONDS = 120


def lines(numbers, word='pangolins'):
    """Lines of JSON, an article each: n1, n2 and so on."""
    return ''.join(json.dumps({
        'id': f'n{n}', 'headline': f'Number {n}', 'language': 'en', 'published': '2026-02-04',
        'body': f'A story about {word} in the woods of Sweden, number {n} of many.'}) + '\n'
        for n in numbers)


class CliTest(unittest.TestCase):
    """A test in a fresh folder whose path has a blank."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix='news test ')
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def run_program(self, name, *arguments, **options):
        env = {k: v for k, v in os.environ.items() if k != 'NEWSINDEX'}
        return subprocess.run([BIN / name, *map(str, arguments)], cwd=self.folder, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS,
                              encoding='utf-8', errors='backslashreplace', **options)

    def build(self, corpus, index, *options):
        run = self.run_program('newsindex', 'build', corpus, '-i', index, *options)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run

    def search(self, index, *arguments):
        return self.run_program('newssearch', '-i', index, *arguments)


def main():
    unittest.main(verbosity=1)
