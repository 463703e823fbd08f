"""The licence of every package of the lock file, and the Rust version that it needs; without the network.

usage: packages.py < metadata, as `cargo metadata --locked --format-version 1` prints it
"""
import json
import sys

from license_expression import get_spdx_licensing

# What a program under MIT or Apache-2.0 may link without more than naming it.
ALLOWED = """0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CDLA-Permissive-2.0 ISC MIT MIT-0 Unicode-3.0
Unlicense Zlib bzip2-1.0.6""".split()

spdx = get_spdx_licensing()


def fits(node):
    """Whether a licence expression can be met by allowed licences."""
    if node.isliteral:
        # Apache-2.0 WITH LLVM-exception grants more than Apache-2.0.
        return str(node).split(" WITH ")[0] in ALLOWED
    return (any if isinstance(node, spdx.OR) else all)(fits(part) for part in node.args)


def version(text):
    return (text + ".0.0").split(".")[:3]


def newer(text, than):
    return [int(part) for part in version(text)] > [int(part) for part in version(than)]


metadata = json.load(sys.stdin)
packages = {package["id"]: package for package in metadata["packages"]}
needs = {node["id"]: node["dependencies"] for node in metadata["resolve"]["nodes"]}
problems = set()
for package in packages.values():
    # The slash is an old way to write OR.
    licence = (package["license"] or "").replace("/", " OR ")
    if not licence or not fits(spdx.parse(licence, validate=True)):
        problems.add(f"{package['name']} {package['version']}: licence {licence or 'not stated'}")
for member in metadata["workspace_members"]:
    stated = packages[member]["rust_version"]
    seen, todo = set(), [member]
    while todo:
        seen.add(package := todo.pop())
        todo += [need for need in needs[package] if need not in seen]
    for package in (packages[package] for package in seen):
        if package["rust_version"] and newer(package["rust_version"], stated):
            own = packages[member]["name"]
            needed = package["rust_version"]
            problems.add(f"{package['name']} {package['version']}: needs Rust {needed}, and {own} says {stated}")
print("\n".join(sorted(problems)) or f"{len(packages)} packages: every licence is allowed, none needs a newer Rust than is said")
sys.exit(bool(problems))
