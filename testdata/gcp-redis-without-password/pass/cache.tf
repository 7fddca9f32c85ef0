resource "google_redis_instance" "sessions" {
  name           = "sessions"
  region         = "us-central1"
  memory_size_gb = 2
  auth_enabled   = true
}

resource "google_redis_cluster" "results" {
  name               = "results"
  shard_count        = 3
  authorization_mode = "AUTH_MODE_IAM_AUTH"
}
