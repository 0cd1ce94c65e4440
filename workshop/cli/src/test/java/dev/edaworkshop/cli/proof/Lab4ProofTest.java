package dev.edaworkshop.cli.proof;

class Lab4ProofTest extends LabProof {
    Lab4ProofTest() {
        super(4);
    }
}
