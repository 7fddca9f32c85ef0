resource "azurerm_synapse_workspace" "research" {
  name                                 = "clinic-research"
  resource_group_name                  = "clinic"
  location                             = "eastus2"
  storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.research.id
}

resource "azurerm_synapse_workspace_extended_auditing_policy" "research" {
  synapse_workspace_id   = azurerm_synapse_workspace.research.id
  log_monitoring_enabled = true
}
