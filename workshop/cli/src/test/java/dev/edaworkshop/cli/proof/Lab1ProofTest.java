package dev.edaworkshop.cli.proof;

class Lab1ProofTest extends LabProof {
    Lab1ProofTest() {
        super(1);
    }
}
