"""The rules of the house: who may import whom, what SQL may read, which files exist. A rule no test holds is a wish."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

ROOT = Path(__file__).resolve().parent.parent
STDLIB = sys.stdlib_module_names

# What a room may import beside the standard library and its own package. Packages named with a dot: only that module.
MAY_IMPORT = {
    "app.py": {"streamlit", "ucj"},
    "pages": {"streamlit", "ucj"},
    "ucj": {"duckdb", "polars", "babel", "ucj"},
    "ucj/charts": {"plotly", "matplotlib", "fontTools", "polars", "ucj"},
    "ucj/ekspor": {"duckdb", "polars", "xlsxwriter", "matplotlib", "ucj"},
    "ucj/web.py": {"streamlit", "plotly", "polars", "ucj"},
    "etl": {
        "duckdb", "polars", "pyarrow", "geopandas", "pyogrio", "shapely", "dataframely",
        "fastexcel", "python_calamine", "xlsxwriter", "tqdm", "numpy", "etl",
        "ucj.sql", "ucj.peraturan", "ucj.kalender", "ucj.format", "ucj.penolakan", "ucj.penunjuk",
    },
    "etl/__main__.py": {"ucj.db", "ucj.indikator", "ucj.hitung", "ucj.ekspor"},  # beside those of etl
}  # fmt: skip

# Which schemas the SQL of a layer may name. `ref` holds the profile and the code lists as tables.
MAY_READ = {
    "staging": {"raw", "ref", "staging"},
    "marts": {"staging", "marts", "ref"},
    "reads": {"marts"},
    "checks": {"staging", "marts", "ref"},
    "warnings": {"staging", "marts", "ref", "raw"},
}


def python_files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def sql_files(*layers: str) -> list[Path]:
    return sorted(path for layer in layers for path in (ROOT / "queries" / layer).glob("*.sql"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """The absolute names that a file imports, `from ucj import charts` as `ucj.charts`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}: relative import; write the whole name"
            module = node.module or ""
            # `from ucj import format` names a module, `from ucj.format import persen` a function of one
            if module in {"ucj", "etl", "pages"}:
                names |= {f"{module}.{alias.name}" for alias in node.names}
            else:
                names.add(module)
    return names


def allowed(path: Path) -> set[str]:
    """What MAY_IMPORT grants to a file: the grant of its nearest room, plus its own by file name."""
    relative = name(path)
    if relative == "etl/__main__.py":
        return MAY_IMPORT["etl"] | MAY_IMPORT["etl/__main__.py"]
    if relative in MAY_IMPORT:
        return MAY_IMPORT[relative]
    rooms = [room for room in MAY_IMPORT if relative.startswith(room + "/")]
    # ucj/web may be a package once it grows: it keeps the grant of web.py
    if relative.startswith("ucj/web/"):
        return MAY_IMPORT["ucj/web.py"]
    return MAY_IMPORT[max(rooms, key=len)]


def forbidden(path: Path) -> set[str]:
    grants = allowed(path)
    bad = set()
    for module in imported(path):
        parts = module.split(".")
        if parts[0] in STDLIB:
            continue
        if not any(".".join(parts[:n]) in grants for n in range(1, len(parts) + 1)):
            bad.add(module)
    return bad


@pytest.mark.parametrize("path", [ROOT / "app.py", *python_files("pages", "ucj", "etl")], ids=name)
def test_imports_go_in_one_direction(path: Path) -> None:
    assert forbidden(path) == set()


def test_the_import_test_sees_what_it_forbids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    cases = {
        "pages/satu.py": "import duckdb",
        "pages/dua.py": "from etl.muat import load",
        "ucj/tiga.py": "import streamlit",
        "ucj/empat.py": "def f():\n    from etl import build",
        "etl/lima.py": "import streamlit",
        "etl/enam.py": "from ucj.db import open_terbitan",
        "etl/tujuh.py": "from ucj import hitung",
    }
    for relative, text in cases.items():
        path = tmp_path / relative
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        assert forbidden(path), relative


def bare(sql: str) -> str:
    """The words of a query: without string literals and comments."""
    return re.sub(r"'(?:[^']|'')*'|--[^\n]*", lambda found: "''" if found[0].startswith("'") else "", sql)


def tables_read(sql: str) -> set[tuple[str, str]]:
    """(schema, table) of everything a query reads from; the schema is empty if none is written. CTEs are left out."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    ctes = {cte.alias for cte in tree.find_all(exp.CTE)}
    tables = {(table.db, table.name) for table in tree.find_all(exp.Table) if isinstance(table.this, exp.Identifier)}
    return {(schema, table) for schema, table in tables if schema or table not in ctes}


@pytest.mark.parametrize("path", sql_files(*MAY_READ), ids=name)
def test_sql_reads_only_the_layers_below(path: Path) -> None:
    sql = path.read_text(encoding="utf-8")
    assert {schema for schema, _ in tables_read(sql)} <= MAY_READ[path.parent.name]


@pytest.mark.parametrize("path", sql_files(*MAY_READ), ids=name)
def test_sql_says_its_grain_and_names_its_columns(path: Path) -> None:
    sql = path.read_text(encoding="utf-8")
    first = sql.splitlines()[0]
    wanted = r"-- returns: \S" if path.parent.name in {"checks", "warnings"} else r"-- (grain|returns): \S"
    assert re.match(wanted, first), f"first line: {first!r}"
    text = bare(sql).lower()
    assert not re.search(r"select\s+(distinct\s+)?(\w+\.)?\*", text), "select * above raw"
    assert not re.search(r"\bcreate\b|\binsert\b|;\s*\S", text), "one bare select per file"
    if path.parent.name != "reads":
        assert "$" not in text, "parameters belong to reads"
    assert text.strip().split()[0] in {"with", "select", "from"}


@pytest.mark.parametrize("path", sql_files("staging", "marts"), ids=name)
def test_sql_of_staging_and_marts_can_move_to_spark(path: Path) -> None:
    parsed = sqlglot.parse_one(path.read_text(encoding="utf-8"), read="duckdb")
    spark = parsed.sql(dialect="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    assert spark.strip()


def test_every_page_is_listed_in_the_router() -> None:
    """By its name, and nothing that is no page: a page that no menu lists cannot be opened."""
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    listed = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Halaman" and isinstance(node.args[0], ast.Constant)
    ]
    assert sorted(listed) == sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_no_page_holds_sql_or_arithmetic_of_an_indicator() -> None:
    for path in python_files("pages"):
        text = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"\bselect\s+\w.*\bfrom\s+\w", text), f"{name(path)}: SQL in a page"
        assert "/ penyebut" not in text, f"{name(path)}: a ratio is made in ucj/hitung.py only"


REGENCY_NAMES = r"lumajang|lombok[-_ ]timur|gresik|berau"
REGENCY_CODES = r"35\.08|35\.25|52\.03|64\.03|\b(?:3508|3525|5203|6403|6405)\b"


@pytest.mark.parametrize(
    "path", [ROOT / "app.py", *python_files("pages", "ucj", "etl"), *sql_files(*MAY_READ)], ids=name
)
def test_no_regency_stands_in_the_code(path: Path) -> None:
    """Everything in which two regencies differ is in the profile (style.md 8.4)."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":
        code = re.sub(r"--[^\n]*", "", text)
        assert not re.search(rf"{REGENCY_NAMES}|{REGENCY_CODES}", code, re.IGNORECASE)
        return
    tree = ast.parse(text)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            words = ast.unparse(node).lower()
            assert not re.search(rf"\bkabupaten\b.*==|==.*({REGENCY_NAMES})", words), ast.unparse(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            assert not re.fullmatch(
                rf"({REGENCY_NAMES})|({REGENCY_CODES})(\.\S*)?", node.value.strip(), re.IGNORECASE
            ), f"{name(path)}:{node.lineno}: {node.value!r}"


def test_results_are_fetched_in_the_way_both_duckdb_lines_know() -> None:
    """`execute(...).pl()` is gone in DuckDB 2: reads are `cursor().sql(...).pl()` (libraries.md 9.4)."""
    for path in python_files("ucj", "etl", "tests", "bench"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in {"pl", "arrow", "df", "fetch_arrow_table"}
                and isinstance(node.value, ast.Call)
                and isinstance(node.value.func, ast.Attribute)
                and node.value.func.attr == "execute"
            ):
                pytest.fail(f"{name(path)}:{node.lineno}: execute(...).{node.attr}()")


def test_pandas_and_rooms_without_meaning_do_not_appear() -> None:
    for path in [ROOT / "app.py", *python_files("pages", "ucj", "etl")]:
        assert not imported(path) & {"pandas"}, name(path)
        assert path.stem not in {"utils", "util", "helpers", "common", "core", "misc"}, name(path)


def test_layout() -> None:
    """The rooms of style.md 4.1; nothing else stands beside them without a decision."""
    wanted = {
        "app.py", "pages", "ucj", "etl", "queries", "data", "bench", "tests", "docs",
        "requirements.txt", "pyproject.toml", "README.md", "CHANGELOG.md", ".ci",
    }  # fmt: skip
    assert wanted <= {path.name for path in ROOT.iterdir()}
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listing.returncode == 0:  # not in a downloaded archive
        present = {line.split("/")[0] for line in listing.stdout.splitlines()}
        assert present - wanted - {".gitignore", ".gitattributes", ".streamlit", "LICENSE"} == set()
    assert {path.name for path in (ROOT / "queries").iterdir()} == set(MAY_READ)
    for document in ("keputusan.md", "glosarium.md", "sumber.md", "panduan.md"):
        assert (ROOT / "docs" / document).is_file(), document
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_profiles_that_ship_are_data() -> None:
    profiles = {path.stem for path in (ROOT / "data" / "ref" / "profil").glob("*.toml")}
    assert profiles >= {"umum", "lumajang", "lombok-timur", "gresik", "berau"}
    for path in (ROOT / "data" / "ref" / "profil").glob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_requirement_is_pinned() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]
    assert all(re.fullmatch(r"[\w.\[\]-]+==[\w.]+", pin) for pin in pins), pins


def test_no_machine_path_stands_in_the_project() -> None:
    for path in [
        *python_files("pages", "ucj", "etl", "tests"),
        *(ROOT / "docs").glob("*.md"),
        ROOT / "README.md",
    ]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(?:home|work|root|Users)/\w", text), name(path)


@pytest.mark.parametrize("command", [["ruff", "check", "."], ["mypy"]], ids=["ruff", "mypy"])
def test_tool_finds_nothing(command: list[str], tmp_path: Path) -> None:
    cache = ["--cache-dir", str(tmp_path)] if command[0] == "mypy" else ["--no-cache"]
    run = subprocess.run(
        [sys.executable, "-m", *command, *cache], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
