variable "domain" {
  description = "The name under which people reach the chat."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", var.domain))
    error_message = "domain must be a host name in lower case, such as chat.example.org."
  }
}

variable "hosts" {
  description = "The hosts by name: what they do, and where they are."
  type = map(object({
    roles        = set(string)
    public_ipv4  = string
    public_ipv6  = optional(string)
    private_ipv4 = string
  }))

  validation {
    condition     = alltrue(flatten([for host in var.hosts : [for role in host.roles : contains(["gateway", "app", "db", "redis", "monitoring"], role)]]))
    error_message = "The roles of a host are of: gateway, app, db, redis, monitoring."
  }
}

variable "ssh_user" {
  description = "Who Ansible signs in as."
  type        = string
}

variable "private_cidr" {
  description = "The network between the hosts."
  type        = string
}

variable "database_endpoint" {
  description = "host:port of a managed MySQL; without it, one of the hosts has the role db."
  type        = string
  default     = null
}

variable "backup_bucket" {
  description = "Where encrypted backups go, as an S3 address; without it they stay on the database's host."
  type        = string
  default     = null
}
