resource "azurerm_monitor_diagnostic_setting" "records" {
  name                       = "records"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = azurerm_key_vault.records.id

  enabled_log {
    category = "AuditEvent"
  }
}
