#!/usr/bin/env python3
"""What the pages in docs/ and the README show can be typed as it stands.

usage: docs_test.py BIN_FOLDER
"""
import os
import re
import shutil
import subprocess

import cli


def blocks(page):
    """The pieces of a page between lines of three backquotes."""
    return re.findall(r'(?ms)^```\w*\n(.*?)^```$', (cli.SOURCE / page).read_text())


def code(text):
    return [piece.replace(r'\|', '|') for piece in re.findall(r'`([^`]+)`', text)]


class DocsTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'news.index'
        self.build(cli.SAMPLE, self.index)

    def shell(self, command):
        path = f'{cli.BIN}:{os.environ["PATH"]}'
        return subprocess.run(['bash', '-o', 'pipefail', '-c', command], cwd=self.folder,
                              env=os.environ | {'PATH': path, 'NEWSINDEX': str(self.index)},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=cli.SECONDS)

    def test_json_examples(self):
        if not shutil.which('jq'):
            self.skipTest('there is no jq')
        commands = blocks('docs/JSON_OUTPUT.md')
        self.assertGreaterEqual(len(commands), 2)
        for command in commands:
            run = self.shell(command)
            self.assertEqual((run.returncode, run.stderr), (0, ''), command)
            self.assertIn('\t' if '@tsv' in command else '"', run.stdout, command)

    def test_query_blocks(self):
        command, mistake = blocks('docs/QUERY_LANGUAGE.md')
        self.assertEqual(self.shell(command).returncode, 0)
        run = self.shell(f"newssearch '{mistake.splitlines()[1].strip()}'")
        self.assertEqual((run.returncode, run.stderr), (2, mistake))

    def test_queries(self):
        page = (cli.SOURCE / 'docs/QUERY_LANGUAGE.md').read_text()
        rows = re.search(r'(?s)\| you write \| it finds.*?\n\n', page).group().splitlines()[2:]
        queries = [query for row in rows for query in code(row.split(' | ')[0])]
        examples = code(page.split('## Words near each other')[1].split('\n## ')[0])
        queries += [query for query in examples if ' ' in query]
        zones = code(page.split('## Text around the story')[1].split('\n## ')[0])
        queries += [query for query in zones if re.search(r'zone:\w+\W', query)]
        self.assertGreater(len(queries), 35)
        for query in queries:
            run = self.search(self.index, '--count', '--', query)
            self.assertEqual(run.returncode, 0, run.stderr)

    def test_fields(self):
        """Every field takes a value as the page says."""
        page = (cli.SOURCE / 'docs/QUERY_LANGUAGE.md').read_text()
        rows = re.findall(r'(?m)^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$', page)
        self.assertGreater(len(rows), 15)
        values = {'ISO code or English name': ['KE', '"United Kingdom"'], 'a date or range':
                  ['2026-02', '2026..'], 'words': ['port', '(port strike)', '"port strike"'],
                  'a whole value': ['port', '"two words"', 'por*']}
        for field, kind in rows:
            examples = next((v for k, v in values.items() if kind.startswith(k)), None)
            for value in examples or code(kind):
                run = self.search(self.index, '--count', '--', f'{field}:{value}')
                self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == '__main__':
    cli.main()
