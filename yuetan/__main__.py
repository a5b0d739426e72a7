"""`python -m yuetan`: the same as the command `yuetan`, where scripts are not on the PATH."""

from yuetan.cli.main import run

run()
