resource "azurerm_healthcare_fhir_service" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"
}

resource "azurerm_monitor_diagnostic_setting" "records" {
  name                       = "records"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = azurerm_healthcare_fhir_service.records.id

  enabled_log {
    category = "AuditLogs"
  }
}
