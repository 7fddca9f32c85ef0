resource "aws_ecs_task_definition" "absent" {
  family                = "viewer"
  container_definitions = "[]"
  volume {
    name = "scans"
    efs_volume_configuration { # expect: fail
      file_system_id = "fs-0a1b2c3d"
    }
  }
}

resource "aws_ecs_task_definition" "off" {
  family                = "viewer"
  container_definitions = "[]"
  volume {
    name = "scans"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "DISABLED" # expect: fail
    }
  }
}
