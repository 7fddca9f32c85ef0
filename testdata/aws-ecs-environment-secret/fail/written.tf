resource "aws_ecs_task_definition" "portal" {
  family = "portal"

  container_definitions = jsonencode([{
    name  = "portal"
    image = "clinic/portal:1.4"
    environment = [
      { name = "DB_HOST", value = "records.internal" },
      { name = "DB_PASSWORD", value = "not-a-real-one" }, # expect: fail
    ]
  }])
}
