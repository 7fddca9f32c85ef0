resource "aws_lb_listener" "portal" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/portal/50dc6c495c0c9188"
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward" # expect: fail
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/portal/73e2d6bc24d8a067"
  }
}

# Without a protocol an application load balancer speaks HTTP.
resource "aws_alb_listener" "silent" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/portal/50dc6c495c0c9188"
  port              = "8080"
  default_action {
    type             = "forward" # expect: fail
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/portal/73e2d6bc24d8a067"
  }
}

resource "aws_lb_listener" "to_http" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/portal/50dc6c495c0c9188"
  port              = 8000
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "80"
      protocol    = "HTTP" # expect: fail
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "refuses" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/portal/50dc6c495c0c9188"
  port              = 81
  protocol          = "HTTP"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "portal" {
  listener_arn = aws_lb_listener.refuses.arn
  action {
    type             = "forward" # expect: fail
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/portal/73e2d6bc24d8a067"
  }
  condition {
    path_pattern {
      values = ["/portal/*"]
    }
  }
}
