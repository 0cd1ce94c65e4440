package dev.edaworkshop.cli.proof;

class Lab3ProofTest extends LabProof {
    Lab3ProofTest() {
        super(3);
    }
}
