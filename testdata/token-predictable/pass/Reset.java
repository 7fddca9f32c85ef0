import java.security.SecureRandom;

class Reset {
    private final SecureRandom source = new SecureRandom();
    void reset(User user) {
        user.setResetToken(String.valueOf(source.nextInt(1000000)));
    }
}
