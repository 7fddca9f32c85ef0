resource "azurerm_storage_account" "records" {
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_monitor_diagnostic_setting" "records" {
  name                       = "records"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = "${azurerm_storage_account.records.id}/blobServices/default"

  enabled_log {
    category = "StorageRead"
  }
}
