# Sourced by ./osteon and ./test: finds Swift and installs the Debian packages the build and the map of the model need, and
# those named in osteon_also.

if ! command -v swift > /dev/null 2>&1; then
    echo "osteon: no Swift toolchain found; install Swift 6.1 or later from swift.org and make sure 'swift' is on the PATH." >&2
    exit 1
fi

osteon_missing=""
for package in libsundials-dev libsuitesparse-dev libsbml5-dev libzip-dev libhdf5-dev libsleef-dev libsqlite3-dev graphviz ${osteon_also:-}; do
    if command -v dpkg-query > /dev/null 2>&1 &&
        ! dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q "install ok installed"; then
        osteon_missing="$osteon_missing $package"
    fi
done

if [ -n "$osteon_missing" ]; then
    echo "osteon: these Debian packages are needed and missing:$osteon_missing" >&2
    if [ -t 0 ]; then
        printf "osteon: install them now? [Y/n] " >&2
        read -r answer
        case "$answer" in [nN]*) exit 1 ;; esac
    fi
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
    # shellcheck disable=SC2086
    $as_root apt-get update -qq > /dev/null 2>&1
    # shellcheck disable=SC2086
    if ! $as_root apt-get install -y -qq --no-install-recommends $osteon_missing > /dev/null; then
        echo "osteon: could not install them; try: apt-get install$osteon_missing" >&2
        exit 1
    fi
fi
