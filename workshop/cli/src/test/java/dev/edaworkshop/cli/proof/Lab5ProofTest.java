package dev.edaworkshop.cli.proof;

class Lab5ProofTest extends LabProof {
    Lab5ProofTest() {
        super(5);
    }
}
