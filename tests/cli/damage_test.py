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
FLIPS = int(os.environ.get('NEWS_DAMAGE_FLIPS', '4'))  # bytes a file; all from its size on


class DamageTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.build(cli.SAMPLE / 'wire', self.index)
        add = self.run_program('newsindex', 'add', cli.SAMPLE / 'json', '-i', self.index)
        self.assertEqual(add.returncode, 0, add.stderr)
        ids = self.search(self.index, 'the', '--fields', 'id', '-n', '9').stdout.split()
        remove = self.run_program('newsindex', 'remove', *ids, '-i', self.index)
        self.assertEqual(remove.returncode, 0, remove.stderr)
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
            if out != self.right[1]:
                self.faults.append(f'{what}: another answer')
        elif code != 3 or not err.startswith('newssearch: error: '):
            self.faults.append(f'{what}: exit code {code}: {err[:200]}')
        self.codes[code] = self.codes.get(code, 0) + 1
        check = self.run_program('newsindex', 'check', '-i', self.index)
        if check.returncode != 3 or not check.stderr.startswith('newsindex: error: '):
            self.faults.append(f'{what}: check ends with {check.returncode}: {check.stderr[:200]}')

    def test_damaged_files(self):
        self.faults, self.codes = [], {}
        files = sorted(p for p in self.index.rglob('*') if p.is_file() and p.name != 'lock')
        self.assertGreaterEqual(len(files), 14)
        self.assertTrue(any(p.name.startswith('deleted-') for p in files))
        for path in files:
            whole = path.read_bytes()
            name = path.relative_to(self.index)
            places = {0, 4, 8, len(whole) // 2, len(whole) - 1}
            rng = random.Random(str(name))
            places |= {rng.randrange(len(whole)) for _ in range(FLIPS)}
            if FLIPS >= len(whole):
                places = range(len(whole))
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

    def test_repair(self):
        """What postings, columns and the list of removed articles hold is made again."""
        for name in ('columns', 'postlist.glass', 'iamglass'):
            path = sorted(self.index.rglob(name))[-1]
            whole = bytearray(path.read_bytes())
            whole[len(whole) // 2] ^= 1
            path.write_bytes(whole)
            self.assertEqual(self.answers()[0], 3)
            repair = self.run_program('newsindex', 'check', '--repair', '-i', self.index)
            self.assertEqual(repair.returncode, 0, repair.stderr)
            self.assertIn('1 segment rebuilt, 0 articles lost', repair.stdout)
            code, out, _ = self.answers()
            def told(answers):
                return re.sub(r'"generation":[0-9]*', '', answers)
            self.assertEqual((code, told(out)), (0, told(self.right[1])))
        store = sorted(self.index.rglob('articles'))[0]
        store.write_bytes(store.read_bytes()[:100])
        repair = self.run_program('newsindex', 'check', '--repair', '-i', self.index)
        self.assertEqual(repair.returncode, 3)
        self.assertIn("couldn't be saved", repair.stderr)
        self.assertEqual(self.run_program('newsindex', 'check', '-i', self.index).returncode, 0)
        self.assertEqual(self.answers()[0], 0)

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
