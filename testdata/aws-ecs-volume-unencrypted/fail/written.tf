resource "aws_ecs_service" "imaging" {
  name            = "imaging"
  cluster         = "clinic"
  task_definition = "imaging:7"

  volume_configuration {
    name = "scratch"

    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecs"
      size_in_gb = 100
      encrypted  = false # expect: fail
    }
  }
}
