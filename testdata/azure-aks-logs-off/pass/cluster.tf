resource "azurerm_log_analytics_workspace" "audit" {
  name                = "audit"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "PerGB2018"
}

resource "azurerm_kubernetes_cluster" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  oms_agent {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  }
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                = "imaging"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"
}

resource "azurerm_monitor_diagnostic_setting" "imaging" {
  name                       = "imaging"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id
  target_resource_id         = azurerm_kubernetes_cluster.imaging.id

  enabled_log {
    category = "kube-audit-admin"
  }
}
