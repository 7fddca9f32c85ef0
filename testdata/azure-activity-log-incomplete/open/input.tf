variable "categories" {}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = data.azurerm_subscription.current.id

  enabled_log {
    category = "Administrative"
  }

  dynamic "enabled_log" {
    for_each = var.categories

    content {
      category = enabled_log.value # expect: open
    }
  }
}
