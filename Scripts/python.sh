# shellcheck shell=bash
# Sourced: a Python of the project's own with what a list of requirements asks for.

# python_environment FOLDER REQUIREMENTS: makes it, or brings it up to date; fails where that cannot be.
python_environment() {
    cmp -s "$2" "$1/installed.txt" && return
    python3 -m venv "$1" && "$1/bin/pip" install --quiet --disable-pip-version-check -r "$2" && cp "$2" "$1/installed.txt"
}
