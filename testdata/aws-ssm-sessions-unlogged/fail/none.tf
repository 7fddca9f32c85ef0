resource "aws_ssm_document" "clinic" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName           = "" # expect: fail
      cloudWatchLogGroupName = ""
    }
  })
}
