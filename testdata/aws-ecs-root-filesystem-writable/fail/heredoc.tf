resource "aws_ecs_task_definition" "api" {
  family = "api"

  container_definitions = <<-JSON
    [
      {
        "name": "api",
        "image": "clinic/api:1.4",
        "readonlyRootFilesystem": false
      }
    ]
  JSON
}
