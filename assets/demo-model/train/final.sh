#!/bin/bash
# After training: everything that is measured and shipped. Usage: final.sh CKPT.npz DATADIR WORKDIR [N]   (run in train/)
set -e
CK=$1; DATA=$2; W=$3; N=${4:-150}; PY=python3
mkdir -p $W
[ -e $W/ck_log.json ] || cp "${CK%.npz}_log.json" $W/ck_log.json
$PY export.py $CK $DATA ../model $W
$PY analyze.py ../model $DATA $W/heads.json
OPENBLAS_NUM_THREADS=1 $PY fixtures.py ../model ..
$PY evaluate.py ../model $W/eval.json $N
$PY make_card.py ../model $W
cp $W/losses.json $W/eval.json $W/heads.json $W/ck_log.json ../train/measured/
