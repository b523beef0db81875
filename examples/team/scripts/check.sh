#!/bin/sh
# Looks at a command before it runs; see the hooks in .claude/settings.json.
exit 0
