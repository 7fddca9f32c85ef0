class Reset {
    void reset(User user) {
        user.setResetToken(String.valueOf((int) (Math.random() * 1000000))); // expect: fail
    }
}
