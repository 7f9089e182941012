"""Writes every generated file anew."""

from docs.generate.files import generated

if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
