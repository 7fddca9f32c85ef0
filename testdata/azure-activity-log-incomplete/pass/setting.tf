resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = data.azurerm_subscription.current.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Security"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name                       = "vault"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = azurerm_key_vault.records.id

  enabled_log {
    category = "AuditEvent"
  }
}
