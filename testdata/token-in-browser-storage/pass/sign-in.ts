export function keep(answer: Answer) {
  localStorage.setItem('language', answer.language);
  localStorage.setItem('tokenizer', answer.model);
  sessionStorage.setItem('access_token', answer.value);
}
