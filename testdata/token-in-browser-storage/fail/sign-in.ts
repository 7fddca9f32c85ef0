export function keep(answer: Answer) {
  localStorage.setItem('access_token', answer.value); // expect: fail
  window.localStorage.setItem(KEY, answer.idToken); // expect: fail
  localStorage.token = answer.value; // expect: fail
}
