"""What the scripts that make training inputs share: folding, packages of PyPI, what is not to be trained
on, checksums."""
import gzip
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile
import venv

SCRIPTS = pathlib.Path(__file__).resolve().parent
SUMS = SCRIPTS / "train-entities.sums"
PACKAGES = SCRIPTS / "training-packages.txt"
# Short vowels, other marks, tatweel.
MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
# A test part by its name: `test` as a word of it.
TEST = re.compile(r"(?<![a-z])te?st(ing|s)?(?![a-z])", re.IGNORECASE)
FOLDS = str.maketrans("أإآىةؤئ", "اااي" + "هوي")


class Refused(Exception):
    """A file that is not to be trained on, or is not what it was given as."""


def refuse_test(path):
    """Refuses a path, or a link to one, whose last part says that it is a test part."""
    for name in (path.name, path.resolve().name):
        if TEST.search(name):
            raise Refused(f"{path}: this is a test part, which is not for training")


class Packages:
    """Packages of PyPI in a folder that is thrown away: those named, in the versions and with the
    hashes of Scripts/training-packages.txt, without what they depend on."""

    def __init__(self, *names):
        lines = PACKAGES.read_text(encoding="utf-8").splitlines()
        self.lines = [line for line in lines if line.split("==")[0] in names]
        if len(self.lines) != len(names):
            sys.exit(f"{PACKAGES.name}: not all of {', '.join(names)}")

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory()
        home = pathlib.Path(self.temporary.name)
        self.folder = home / "packages"
        (home / "wanted.txt").write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        venv.create(home / "venv", with_pip=True)
        run = subprocess.run(
            [home / "venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--no-deps", "--only-binary=:all:", "--require-hashes", "--no-compile", "--target", self.folder,
             "--requirement", home / "wanted.txt"], stdout=sys.stderr)
        if run.returncode:
            self.temporary.cleanup()
            sys.exit(f"the packages of {PACKAGES.name} could not be installed")
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()


def verify(kind, folder):
    """Compares the files of a folder with the sums of `corpora`, `lists` or `clusters`, and ends."""
    differing = 0
    for line in SUMS.read_text(encoding="utf-8").splitlines():
        wanted, path = line.split("  ")
        if not path.startswith(kind + "/"):
            continue
        file = folder / path.split("/")[1]
        packed = file.with_name(file.name + ".gz")
        if file.exists():
            data = file.read_bytes()
        elif packed.exists():
            data = gzip.decompress(packed.read_bytes())
        else:
            data = None
        same = data is not None and hashlib.sha256(data).hexdigest() == wanted
        differing += not same
        print(f"{'same' if same else 'missing' if data is None else 'differs'}\t{file.name}")
    sys.exit(differing > 0)
