variable "target" {}

resource "azurerm_key_vault" "records" { # expect: open
  name                = "clinic-records"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "records" {
  name                       = "records"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = var.target

  enabled_log {
    category = "AuditEvent"
  }
}
