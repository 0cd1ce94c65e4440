package dev.edaworkshop.cli.proof;

class Lab2ProofTest extends LabProof {
    Lab2ProofTest() {
        super(2);
    }
}
