#!/usr/bin/env python3
"""A disk that fills up, at every amount of free space: an error that says so, the last commit whole.

usage: full_disk_test.py BIN_FOLDER

Mounts a small tmpfs in a namespace of its own; skipped where that isn't allowed. NEWS_DISK_STEP is
by how many KiB free space grows from try to try (64).
"""
import os
import pathlib
import subprocess
import sys

if __name__ == '__main__' and 'NEWS_OWN_MOUNTS' not in os.environ:
    if subprocess.run(['unshare', '-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
                      capture_output=True, check=False).returncode != 0:
        sys.exit(77)
    os.environ['NEWS_OWN_MOUNTS'] = '1'
    os.execvp('unshare', ['unshare', '-rm', sys.executable, *sys.argv])

import cli

STEP = int(os.environ.get('NEWS_DISK_STEP', '64')) << 10
DISK = 2 << 20


class FullDiskTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.disk = pathlib.Path('/mnt')
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={DISK}', 'tmpfs', self.disk],
                       check=True)
        self.addCleanup(subprocess.run, ['umount', '-l', self.disk], check=True)
        self.index = self.disk / 'index'
        self.filler = self.disk / 'filler'
        self.first = self.write('first.jsonl', range(100))
        self.more = self.write('more.jsonl', range(60, 300))
        self.build(self.first, self.index)
        self.codes = {}

    def write(self, name, numbers):
        path = self.folder / name
        path.write_text(cli.lines(numbers), encoding='utf-8')
        return path

    def ids(self):
        run = self.search(self.index, 'the', '--fields', 'id', '-n', '1000')
        self.assertEqual(run.returncode, 0, run.stderr)
        return set(run.stdout.split())

    def leave_free(self, size):
        self.filler.unlink(missing_ok=True)
        with open(self.filler, 'wb') as file:
            status = os.statvfs(self.disk)
            os.posix_fallocate(file.fileno(), 0,
                               max(1, status.f_bavail * status.f_frsize - size))

    def try_at_any_space(self, before, after, *command):
        """The command until it succeeds, each time with more room."""
        tries = 0
        for free in range(0, DISK, STEP):
            self.leave_free(free)
            run = self.run_program('newsindex', *command, '-i', self.index)
            self.codes[run.returncode] = self.codes.get(run.returncode, 0) + 1
            tries += 1
            what = f'{command[0]} with {free} bytes free: {run.stderr}'
            now = self.ids()
            check = self.run_program('newsindex', 'check', '-i', self.index)
            self.assertEqual(check.returncode, 0, what + check.stderr)
            if run.returncode == 0:
                self.assertEqual(now, after, what)
                break
            self.assertEqual(run.returncode, 4, what)
            self.assertIn('No space left on device', run.stderr, what)
            # An error after its commit can only be of the merge behind it.
            self.assertIn(now, (before, after), what)
        self.assertGreater(tries, 1, command)
        self.assertEqual(run.returncode, 0, what)
        self.filler.unlink()
        run = self.run_program('newsindex', 'compact', '-i', self.index)
        self.assertEqual(run.returncode, 0, run.stderr)
        names = {p.name for p in (self.index / 'segments').iterdir()}
        self.assertEqual(len(names), 1, 'what was left is swept')

    def test_every_command(self):
        first = {f'n{n}' for n in range(100)}
        both = {f'n{n}' for n in range(300)}
        self.try_at_any_space(first, both, 'add', self.more)
        self.try_at_any_space(both, both - {'n7', 'n70'}, 'remove', 'n7', 'n70')
        self.run_program('newsindex', 'remove', 'n8', '-i', self.index)
        left = both - {'n7', 'n70', 'n8'}
        self.try_at_any_space(left, left, 'compact')
        self.try_at_any_space(left, first, 'build', self.first)
        self.try_at_any_space(first, both, 'add', self.more, '--commit-every', '1000')
        print(f'exit codes: {self.codes}')

    def test_fresh_build(self):
        other = self.disk / 'other'
        self.leave_free(8 << 10)
        run = self.run_program('newsindex', 'build', self.more, '-i', other)
        self.assertEqual(run.returncode, 4, run.stderr)
        self.assertFalse(other.exists(), 'nothing is left of an index that never was')

    def test_output(self):
        for program, arguments in (('newssearch', ['the', '--json', '-n', '100']),
                                   ('newsindex', ['export']), ('newsindex', ['info'])):
            with open('/dev/full', 'wb') as full:
                run = subprocess.run([cli.BIN / program, *arguments, '-i', self.index], stdout=full,
                                     stderr=subprocess.PIPE, check=False)
            self.assertEqual(run.returncode, 4, run.stderr)


if __name__ == '__main__':
    cli.main()
