data "aws_secretsmanager_secret_version" "archive" {
  secret_id = "clinic/archive"
}

resource "aws_datasync_location_object_storage" "archive" {
  server_hostname = "archive.internal"
  bucket_name     = "letters"
  secret_key      = data.aws_secretsmanager_secret_version.archive.secret_string
}
