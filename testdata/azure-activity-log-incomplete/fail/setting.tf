resource "azurerm_monitor_diagnostic_setting" "activity" { # expect: fail
  name                       = "activity"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = data.azurerm_subscription.current.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }
}
