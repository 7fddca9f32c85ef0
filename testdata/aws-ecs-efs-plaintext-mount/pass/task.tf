resource "aws_ecs_task_definition" "viewer" {
  family                = "viewer"
  container_definitions = "[]"
  volume {
    name = "scans"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
    }
  }
  volume {
    name = "scratch"
  }
}
