class Match {
    void match(Patient patient) {
        throw new IllegalArgumentException("no record for " + patient.getSsn()); // expect: fail
    }
}
