#!/bin/sh
export NPM_TOKEN=npm_9fQx7Lr2Zt4Vw8Ks1Jh5Nb3Mc6Pd0Gy2Ta7E # expect: fail
