#!/usr/bin/env python3
"""Damaged indexes: an error that says so, or the exact answer; never a crash, never another answer.

usage: damage_test.py BIN_FOLDER
"""
import os
import random
import re

import cli

QUERIES = '''the
strike
"port strike"
="port strike"
headline:port
dock NEAR/10 workers
str* OR bank~
country:KE
date:2026-01
-strike
language:ru OR 大
length:>300
'''
FLIPS = int(os.environ.get('NEWS_DAMAGE_FLIPS', '20'))
# Xapian's file has no checksums, and reading all of it before each search would take too long: a
# flipped bit may change answers there. It must not crash.
UNCHECKED = 'postlist.glass'


class DamageTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.build(cli.SAMPLE / 'wire', self.index)
        (self.folder / 'queries').write_text(QUERIES, encoding='utf-8')
        self.right = self.answers()
        self.assertEqual(self.right[0], 0, self.right[2])
        self.assertGreater(len(self.right[1]), 20000)

    def answers(self):
        """Exit code, answers, messages of a run that reads every kind of file."""
        run = self.search(self.index, '--batch', 'queries', '--json', '-n', '20', '--facet',
                          'country', '--timeline', 'month')
        return run.returncode, re.sub(r'"took_ms":[^,]*', '', run.stdout), run.stderr

    def check(self, what):
        code, out, err = self.answers()
        if code == 0:
            if out != self.right[1] and UNCHECKED not in what:
                self.faults.append(f'{what}: another answer')
        elif code != 3 or not err.startswith('newssearch: error: '):
            self.faults.append(f'{what}: exit code {code}: {err[:200]}')
        self.codes[code] = self.codes.get(code, 0) + 1

    def test_damaged_files(self):
        self.faults, self.codes = [], {}
        files = sorted(p for p in self.index.rglob('*') if p.is_file() and p.name != 'lock')
        self.assertGreaterEqual(len(files), 7)
        for path in files:
            whole = path.read_bytes()
            name = path.relative_to(self.index)
            places = {0, 4, 8, len(whole) // 2, len(whole) - 1}
            rng = random.Random(str(name))
            places |= {rng.randrange(len(whole)) for _ in range(FLIPS)}
            for place in sorted(p for p in places if p < len(whole)):
                bad = bytearray(whole)
                bad[place] ^= 1 << rng.randrange(8)
                path.write_bytes(bad)
                self.check(f'{name}: a bit of byte {place} of {len(whole)} flipped')
            for size in (0, 1, len(whole) // 2, len(whole) - 1):
                path.write_bytes(whole[:size])
                self.check(f'{name}: cut to {size} of {len(whole)} bytes')
            path.write_bytes(whole + b'more')
            self.check(f'{name}: longer than it was')
            path.unlink()
            self.check(f'{name}: gone')
            path.write_bytes(whole)
        self.assertEqual(self.answers(), self.right)
        print(f'exit codes: {self.codes}')
        self.assertEqual(self.faults, [], '\n'.join([''] + self.faults))

    def test_index_from_the_future(self):
        manifest = self.index / 'manifest.json'
        text = manifest.read_text(encoding='utf-8')
        for old, new in (('"version": 1,', '"version": 99,'), ('"columns"', '"telepathy"')):
            self.assertIn(old, text)
            manifest.write_text(text.replace(old, new), encoding='utf-8')
            code, _, err = self.answers()
            self.assertEqual(code, 3)
            self.assertIn('this program', err)


if __name__ == '__main__':
    cli.main()
