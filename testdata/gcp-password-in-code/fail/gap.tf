resource "google_sql_user" "gap" {
  name     = "portal"
  instance = "clinic"
  password = "INSERT-PASSWORD-HERE"
}

resource "google_sql_user" "portal" {
  name     = "portal"
  instance = "clinic"
  password = "Spring-Ward-77" # expect: fail
}
