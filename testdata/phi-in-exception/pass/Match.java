class Match {
    private String ssn;
    void match(Patient patient) {
        throw new IllegalArgumentException("no record for " + patient.getId());
    }
}
