resource "google_redis_instance" "sessions" { # expect: fail
  name           = "sessions"
  region         = "us-central1"
  memory_size_gb = 2
}

resource "google_redis_instance" "results" {
  name           = "results"
  region         = "us-central1"
  memory_size_gb = 2
  auth_enabled   = false # expect: fail
}
