resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id

  logs {
    http_logs {
      file_system {
        retention_in_days = 90
        retention_in_mb   = 100
      }
    }
  }
}

resource "azurerm_linux_web_app" "forms" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-forms"
  service_plan_id     = azurerm_service_plan.clinic.id
}

resource "azurerm_monitor_diagnostic_setting" "forms" {
  name                       = "forms"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = azurerm_linux_web_app.forms.id

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}
