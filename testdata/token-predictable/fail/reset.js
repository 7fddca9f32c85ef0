function reset(user) {
  user.resetToken = Math.random().toString(36).slice(2); // expect: fail
  this.otp = Math.floor(Math.random() * 900000); // expect: fail
}
